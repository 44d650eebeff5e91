import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A real mail server on loopback. `mood` says what it does with the next message: takes it, refuses it for now or for good, takes it and drops the line before it answers, or takes it and says nothing more. */
type Mood = "take" | "later" | "never" | "drop" | "silent";
export interface Post { url: string; mails: Email[]; moods: Mood[]; close(): Promise<void> }

export async function startPost(): Promise<Post> {
  const mails: Email[] = [], moods: Mood[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], disableReverseLookup: true, logger: false,
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
        const mood = moods.shift() ?? "take";
        if (mood === "later") return answer(Object.assign(new Error("Try again"), { responseCode: 451 }));
        if (mood === "never") return answer(Object.assign(new Error("No such user"), { responseCode: 550 }));
        void PostalMime.parse(Buffer.concat(chunks)).then(mail => {
          mails.push(mail);
          if (mood === "silent") return;
          if (mood !== "drop") return answer();
          for (const connection of (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }).connections) if (connection.id === session.id) connection._socket.destroy();
        });
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails, moods, close: () => new Promise(done => server.close(done)) };
}
