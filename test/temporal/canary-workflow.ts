import { proxyActivities } from "@temporalio/workflow";

type Canary = { readonly fail: (text: string) => Promise<string>; readonly echo: (text: string) => Promise<string> };

const steps = proxyActivities<Canary>({ startToCloseTimeout: "10 seconds", retry: { maximumAttempts: 1 } });

/** Passes a secret through an input, an activity's result and a result, and then fails with it in the message. */
export async function canary(secret: string): Promise<string> {
  const echoed = await steps.echo(secret);
  await steps.fail(echoed);
  return echoed;
}
