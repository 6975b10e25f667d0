import { useEffect, type ReactNode } from "react";
import { sv } from "../texts/sv.js";

type Props = { readonly title: ReactNode; readonly documentTitle: string; readonly children?: ReactNode };

/** The head of a page. Sets the window's title, so that tabs and screen readers tell pages apart. */
export const PageHead = ({ title, documentTitle, children }: Props) => {
  useEffect(() => {
    document.title = `${documentTitle} · ${sv.brand}`;
  }, [documentTitle]);
  return (
    <header className="page-head">
      <h1 tabIndex={-1} id="page-title">
        {title}
      </h1>
      {children}
    </header>
  );
};
