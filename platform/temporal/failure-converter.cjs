// Failure messages and stack traces are plain text in the server's history unless they are encoded with the payloads.
// CommonJS, and JavaScript: the SDK loads this file by its path, both here and inside the workflow bundle.
const { DefaultFailureConverter } = require("@temporalio/common");

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
