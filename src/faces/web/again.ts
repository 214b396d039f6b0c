/** After something in the pool has changed: everything that is open is read again. */
import { loadSeasons, tried } from "./state.js";

export const again = (): Promise<void> => tried(loadSeasons);
