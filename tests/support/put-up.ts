/** Drawings put up in one go, for tests that look at the end of it. */
import { putUpInSteps } from '../../page/put-up';

export function putUp(...drawn: Parameters<typeof putUpInSteps>): void {
  for (const _ of putUpInSteps(...drawn));
}
