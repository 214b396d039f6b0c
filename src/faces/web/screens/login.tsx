/** Before anything: an access code. */
import { useState } from "preact/hooks";
import { BodyForm, Field } from "../parts/faulty.js";
import { login, words } from "../state.js";

export function Login() {
  const w = words.value;
  const [token, setToken] = useState("");
  return (
    <main class="login">
      <h1>Koppel</h1>
      <BodyForm class="stack" send={() => login(token.trim())}>
        <Field name={w.token} at="/token">
          {(aria) => (
            <input
              type="password"
              autocomplete="off"
              required
              value={token}
              aria-describedby="token-help"
              {...aria}
              onInput={(event) => setToken(event.currentTarget.value)}
            />
          )}
        </Field>
        <p id="token-help" class="hint">
          {w.tokenHelp}
        </p>
        <button type="submit" class="main">
          {w.login}
        </button>
      </BodyForm>
    </main>
  );
}
