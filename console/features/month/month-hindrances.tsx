import { Link } from "@tanstack/react-router";
import type { MonthView } from "../../../contracts/api/month-view.js";
import { dayAndTime } from "../../format.js";
import { sv } from "../../texts/sv.js";

const text = sv.month;

/** What stops cases, the most common first. */
export const Reasons = ({ reasons }: Pick<MonthView, "reasons">) => (
  <section className="panel stack" aria-labelledby="reasons-heading">
    <h2 id="reasons-heading">{text.reasons}</h2>
    <p className="small muted">{reasons.length === 0 ? text.noReasons : text.reasonsIntro}</p>
    {reasons.length === 0 ? null : (
      <table>
        <caption className="visually-hidden">{text.reasons}</caption>
        <thead>
          <tr>
            <th scope="col">{text.reason}</th>
            <th scope="col" className="number">
              {text.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ code, title, cases }) => (
            <tr key={code}>
              <th scope="row">
                <Link to="/arenden" search={{ tab: "attention", reason: code }}>
                  {title}
                </Link>
              </th>
              <td className="number">{cases}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);

/** Applications that came in and that nobody has been able to read: nothing else tells of them. */
export const Unread = ({ unread }: Pick<MonthView, "unread">) =>
  unread.length === 0 ? null : (
    <section className="panel stack" aria-labelledby="unread-heading">
      <h2 id="unread-heading">{text.unread}</h2>
      <p className="small">{text.unreadIntro}</p>
      <table>
        <caption className="visually-hidden">{text.unread}</caption>
        <thead>
          <tr>
            <th scope="col">{text.reference}</th>
            <th scope="col">{text.since}</th>
          </tr>
        </thead>
        <tbody>
          {unread.map(({ reference, since }) => (
            <tr key={reference}>
              <th scope="row">{reference}</th>
              <td>{dayAndTime(since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
