export { assessApplication } from "./assess-application.js";
export { emptyOutbox } from "./empty-outbox.js";
export { watchInbox } from "./watch-inbox.js";
