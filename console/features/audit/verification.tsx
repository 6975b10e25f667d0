import { useMutation, useQueryClient } from "@tanstack/react-query";
import { verificationViewSchema, type VerificationView } from "../../../contracts/api/case-log.js";
import { Button } from "../../components/button.js";
import { CommandError } from "../../components/states.js";
import { dayAndTime, shortHash } from "../../format.js";
import { send } from "../../server/request.js";
import { sv } from "../../texts/sv.js";

const Result = ({ verification }: { readonly verification: VerificationView | null }) => {
  if (verification === null) return <span className="tag">{sv.audit.notChecked}</span>;
  if (verification.firstBroken !== null)
    return (
      <>
        <span className="tag bad">{sv.audit.broken}</span>
        <span>
          {sv.audit.firstBroken} {verification.firstBroken.seq}: {verification.firstBroken.reason}
        </span>
      </>
    );
  return (
    <>
      <span className="tag good">{sv.audit.unchanged}</span>
      <span>
        {verification.events} {sv.audit.verified} {dayAndTime(verification.checkedAt)}, {sv.audit.stamp.toLowerCase()}{" "}
        <span className="hash">{shortHash(verification.head)}</span>
      </span>
    </>
  );
};

/** Whether the whole log is unchanged, and a button to check it again. */
export const Verification = ({ verification }: { readonly verification: VerificationView | null }) => {
  const client = useQueryClient();
  const verify = useMutation({
    mutationFn: () => send(verificationViewSchema, { path: "/api/audit/verification", body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["audit"] }),
  });
  return (
    <div className="line-up" role="status">
      <Result verification={verification} />
      <Button
        isPending={verify.isPending}
        onPress={() => {
          verify.mutate();
        }}
      >
        {verify.isPending ? sv.audit.verifying : sv.audit.verify}
      </Button>
      <CommandError error={verify.error} />
    </div>
  );
};
