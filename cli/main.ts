import { z } from "zod";
import { inputWords } from "./input-words.js";
import { run } from "./run.js";
import { processTerminal } from "./terminal.js";

// What is wrong with the input is said in Swedish; the codes beside the words are stable and English.
z.config({ localeError: inputWords });
process.exitCode = await run(process.argv.slice(2), processTerminal());
