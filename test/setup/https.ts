import { connect } from "node:net";
import { createServer } from "node:tls";
import { getHttpsServerOptions } from "office-addin-dev-certs";

/** `npm run https`: puts https://localhost:3000 before a service on port 3001 (or HTTPS_PORT and PORT), for Outlook on this machine only. Passes bytes on as they are, so that the service sees no proxy. The first run asks to trust a development certificate. */
const port = Number(process.env.HTTPS_PORT ?? 3000), behind = Number(process.env.PORT ?? 3001);
const { key, cert } = await getHttpsServerOptions();

createServer({ key, cert, ALPNProtocols: ["http/1.1"] }, outside => {
  const inside = connect(behind, "127.0.0.1");
  outside.pipe(inside).pipe(outside);
  outside.on("error", () => inside.destroy()).on("close", () => inside.destroy());
  inside.on("error", () => outside.destroy()).on("close", () => outside.destroy());
}).listen(port, "localhost", () => console.log(`https://localhost:${port} leads to port ${behind}. Ctrl+C stops it.`));
