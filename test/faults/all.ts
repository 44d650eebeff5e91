import { fullDisk } from "./fullDisk.ts";
import { kills } from "./kills.ts";
import { powerCuts } from "./powerCuts.ts";

/** `npm run test:faults`: the long form of the fault tests. Ends with 1 where a promise was broken. */
const faults = [...await kills(), ...await powerCuts(), ...await fullDisk()];
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (faults.length) process.exitCode = 1;
