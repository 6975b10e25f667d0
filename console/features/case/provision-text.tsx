import type { ProvisionView } from "../../../contracts/api/rules-view.js";
import { sv } from "../../texts/sv.js";

/** A provision in prose, with its citation and the version of the rulebook. */
export const ProvisionText = ({
  provision,
  version,
}: {
  readonly provision: ProvisionView;
  readonly version: string;
}) => (
  <blockquote className="provision">
    <h3>{provision.title}</h3>
    <p>{provision.text}</p>
    <p className="small muted">{[...provision.basis, `${sv.case.rulebook} ${version}`].join(" · ")}</p>
  </blockquote>
);
