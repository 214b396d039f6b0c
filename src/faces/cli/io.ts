/** What the commands know of the process around them, so that tests can stand in for it. */

export interface Io {
  /** standard input to its end */
  readonly readStdin: () => Promise<Uint8Array>;
  /** writes a result to standard output and waits until it is taken */
  readonly out: (text: string) => Promise<void>;
  /** writes a message to standard error */
  readonly err: (text: string) => void;
  /** the terminal behind standard error, or null where it goes elsewhere */
  readonly terminal: NodeJS.WriteStream | null;
  /** the width of standard output in columns; null where it is no terminal */
  readonly columns: number | null;
  /** monotonic milliseconds */
  readonly now: () => number;
  /** epoch milliseconds at which the process started */
  readonly startedAt: number;
  /** calls the handler on Ctrl-C (and on a polite kill), until the function that it returns is called */
  readonly onInterrupt: (handler: () => void) => () => void;
  /** leaves at once, whatever is still running */
  readonly quit: (code: number) => void;
  /** whether errors of ours show where they come from (`KOPPEL_DEBUG=1`) */
  readonly debug: boolean;
}

/**
 * The real process.
 * @param heard takes its signals over from whoever listened until now, and tells whether Ctrl-C came already
 */
export function processIo(heard: () => boolean): Io {
  const { stdin, stdout, stderr } = process;
  return {
    readStdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    out: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(error);
        });
      }),
    err: (text) => {
      stderr.write(text);
    },
    terminal: stderr.isTTY ? stderr : null,
    columns: stdout.isTTY ? stdout.columns : null,
    now: () => performance.now(),
    startedAt: performance.timeOrigin,
    onInterrupt: (handler) => {
      process.on("SIGINT", handler);
      process.on("SIGTERM", handler);
      if (heard()) setImmediate(handler);
      return () => {
        process.off("SIGINT", handler);
        process.off("SIGTERM", handler);
      };
    },
    quit: (code) => process.exit(code),
    debug: process.env.KOPPEL_DEBUG === "1",
  };
}
