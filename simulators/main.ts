import { parseArgs } from "node:util";
import { startMunicipality, type Ports } from "./municipality.js";
import { stopWhenTold } from "./shared/stop-when-told.js";

const usage =
  "node --import tsx simulators/main.ts --data DIR --today 2025-10-27 [--households 01,12|all] [--ports E,A,R,C,CONTROL] [--host 127.0.0.1]";

const readPorts = (text: string): Ports => {
  const [eService, agencies, register, caseSystem, control, ...more] = text.split(",").map(Number);
  const ports = [eService, agencies, register, caseSystem, control];
  if (more.length > 0 || !ports.every((port) => Number.isInteger(port)))
    throw new Error(`--ports takes five numbers. ${usage}`);
  return {
    eService: eService ?? 0,
    agencies: agencies ?? 0,
    register: register ?? 0,
    caseSystem: caseSystem ?? 0,
    control: control ?? 0,
  };
};

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    today: { type: "string" },
    households: { type: "string", default: "all" },
    ports: { type: "string" },
    host: { type: "string", default: "127.0.0.1" },
  },
});
if (values.data === undefined || values.today === undefined) throw new Error(usage);

const municipality = await startMunicipality({
  dataDir: values.data,
  today: values.today,
  households: values.households === "all" ? "all" : values.households.split(","),
  host: values.host,
  ...(values.ports === undefined ? {} : { ports: readPorts(values.ports) }),
});

stopWhenTold(municipality);

process.stdout.write(`${JSON.stringify({ urls: municipality.urls })}\n`);
