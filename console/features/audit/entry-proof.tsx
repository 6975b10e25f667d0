import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { announce } from "../../components/announce.js";
import { Button } from "../../components/button.js";
import { CommandError } from "../../components/states.js";
import { shortHash } from "../../format.js";
import { proofQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.audit;

/** The hashes that prove one event part of the log, computed when they are asked for. */
export const EntryProof = ({ seq }: { readonly seq: number }) => {
  const [isAsked, setIsAsked] = useState(false);
  const proof = useQuery(proofQuery(seq, isAsked));
  if (proof.data === undefined)
    return (
      <>
        <Button
          isPending={isAsked && proof.isFetching}
          onPress={() => {
            setIsAsked(true);
          }}
        >
          {isAsked && proof.isFetching ? text.proving : text.prove}
        </Button>
        <CommandError error={proof.error} />
      </>
    );
  const { path, size, root, holds } = proof.data;
  return (
    <div className="stack" role="status">
      <p>
        <span className={holds ? "tag good" : "tag bad"}>{holds ? text.unchanged : text.broken}</span>{" "}
        {holds ? `${String(path.length)} ${text.steps} ${text.proofHolds}` : text.proofFails}{" "}
        <span className="hash">
          {shortHash(root)} ({size})
        </span>
      </p>
      <Button
        onPress={async () => {
          await navigator.clipboard.writeText(JSON.stringify(proof.data));
          announce(`${sv.copy.copied} ${text.number} ${String(seq)}`);
        }}
      >
        {text.copyProof}
      </Button>
    </div>
  );
};
