import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/table.css";
import "./styles/forms.css";
import "./styles/case.css";
import "./styles/decide.css";
import "./styles/month.css";
import "./styles/audit.css";
import "./styles/workshop.css";
import "./styles/print.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { createConsoleRouter } from "./router.js";
import { watchPersonActivity } from "./server/person-activity.js";
import { ProblemError } from "./server/problem-error.js";

/** A refusal is an answer and is not asked for again; an unreachable server is tried twice more. */
const retry = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ProblemError && error.status >= 500;

const client = new QueryClient({ defaultOptions: { queries: { retry, refetchOnWindowFocus: false } } });
const router = createConsoleRouter(client);

watchPersonActivity();
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="sv-SE">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
