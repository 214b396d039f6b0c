/** Before anything: an access code. */
import { useState } from "preact/hooks";
import { login, tried, words } from "../state.js";

export function Login() {
  const w = words.value;
  const [token, setToken] = useState("");
  return (
    <main class="login">
      <h1>Koppel</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void tried(() => login(token.trim()));
        }}
      >
        <label>
          {w.token}
          <input
            type="password"
            autocomplete="off"
            required
            value={token}
            aria-describedby="token-help"
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        <p id="token-help" class="hint">
          {w.tokenHelp}
        </p>
        <button type="submit" class="main">
          {w.login}
        </button>
      </form>
    </main>
  );
}
