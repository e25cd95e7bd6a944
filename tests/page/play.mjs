// Tasks for the runner come in on stdin as JSON, [{…}, …]; what was done for each leaves on stdout.

import { readFileSync } from "node:fs";
import { done } from "./runner.js";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(done)));
