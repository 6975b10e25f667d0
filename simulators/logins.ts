/**
 * The logins of the simulated municipality. They open nothing but pages about invented persons on loopback,
 * which is why they may stand in source code.
 */
export const simulatorLogins = {
  eService: { user: "robot.eb", password: "höstlöv-27" },
  agencies: { user: "EXK-EB-ROBOT", oneTimeCode: "482913" },
  register: { user: "folkreg", password: "kopia-2025" },
  mailbox: { token: "brevlada-vinter-31" },
  printQueue: { token: "tryckeri-januari-8" },
  bank: { token: "bankfil-februari-4" },
  caseSystem: { sign: "ROBEB", password: "akt-Skog9", role: "Handläggare" },
} as const;
