import { useEffect, useEffectEvent, useRef } from "react";
import type { LetterContent, LetterSection, LetterTable } from "../../../contracts/letter.js";
import { dateInWords } from "../../../contracts/dates.js";

const Section = ({ section }: { readonly section: LetterSection }) => (
  <section>
    <h4>{section.heading}</h4>
    {section.paragraphs.map((paragraph) => (
      <div key={`${paragraph.textId} ${paragraph.text}`}>
        <p className="own-lines">{paragraph.text}</p>
        {paragraph.items === undefined ? null : (
          <ul className="bullets">
            {paragraph.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
      </div>
    ))}
  </section>
);

const Appendix = ({ table }: { readonly table: LetterTable }) => (
  <div className="table-scroll">
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ title, align }) => (
            <th key={title} scope="col" className={align === "right" ? "number" : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ cells, isTotal }) => (
          <tr key={cells.join(" ")} className={isTotal ? "total" : undefined}>
            {cells.map((cell, column) => (
              <td
                key={table.columns[column]?.title}
                className={table.columns[column]?.align === "right" ? "number" : ""}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** A letter as a sheet of text, in the order it is set. `onSeen` when it has come into sight. */
export const LetterSheet = ({ letter, onSeen }: { readonly letter: LetterContent; readonly onSeen: () => void }) => {
  const sheet = useRef<HTMLElement>(null);
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    if (sheet.current === null) return undefined;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) seen();
    });
    watcher.observe(sheet.current);
    return () => {
      watcher.disconnect();
    };
  }, []);
  const { letterhead, appendix, payment, appeal, legalityReview } = letter;
  const last = [payment, appeal, legalityReview].filter((section) => section !== undefined);
  return (
    <article ref={sheet} className="letter" lang={letter.language}>
      <p className="small muted">
        {letterhead.municipality}, {letterhead.board} · {dateInWords(letter.date)} · {letter.caseNumber}
      </p>
      <p className="small own-lines">{letter.recipientLines.join("\n")}</p>
      <h3>{letter.title}</h3>
      {[...letter.sections, ...last].map((section) => (
        <Section key={section.heading} section={section} />
      ))}
      {appendix === undefined ? null : (
        <section>
          <h4>{appendix.title}</h4>
          <p>{appendix.note}</p>
          {appendix.tables.map((table) => (
            <Appendix key={table.caption} table={table} />
          ))}
        </section>
      )}
    </article>
  );
};
