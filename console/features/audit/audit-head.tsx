import type { ReactNode } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import type { VerificationView } from "../../../contracts/api/case-log.js";
import { PageHead } from "../../components/page-head.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { inBackground } from "../../server/in-background.js";
import { sv } from "../../texts/sv.js";
import { Verification } from "./verification.js";

const pages = [
  { to: "/granskning", title: sv.audit.pages.cases },
  { to: "/granskning/logg", title: sv.audit.pages.log },
  { to: "/granskning/fragor", title: sv.audit.pages.questions },
  { to: "/granskning/stickprov", title: sv.audit.pages.sample },
] as const;

type AuditPage = (typeof pages)[number]["to"];

/** The keys 1 to 4 lead between the auditor's pages. */
export const useAuditKeys = (): void => {
  const navigate = useNavigate();
  useShortcuts(
    Object.fromEntries(
      pages.map(({ to }, index) => [
        String(index + 1),
        () => {
          inBackground(navigate({ to }));
        },
      ]),
    ),
  );
};

type Props = {
  readonly current: AuditPage;
  readonly verification?: VerificationView | null | undefined;
  readonly children?: ReactNode;
};

/** The head of the auditor's pages: whether the log is whole, the export of it, and the way between the pages. */
export const AuditHead = ({ current, verification, children }: Props) => {
  useAuditKeys();
  const title = pages.find(({ to }) => to === current)?.title ?? "";
  return (
    <>
      <PageHead title={sv.audit.title} documentTitle={`${sv.audit.title}: ${title}`}>
        <div className="line-up spread">
          <p className="muted small">{children ?? sv.audit.intro}</p>
          <a className="button" href="/api/audit/export" download title={sv.audit.exportHelp}>
            {sv.audit.exportLog}
          </a>
        </div>
        {verification === undefined ? null : <Verification verification={verification} />}
        <nav className="tab-links in-head" aria-label={sv.audit.pagesLabel}>
          {pages.map((page) => (
            <Link
              key={page.to}
              to={page.to}
              activeOptions={{ exact: true, includeSearch: false }}
              {...(page.to === current ? { "aria-current": "page" as const } : {})}
            >
              {page.title}
            </Link>
          ))}
        </nav>
      </PageHead>
    </>
  );
};
