export { assessApplication } from "./assess-application.js";
export { watchInbox } from "./watch-inbox.js";
