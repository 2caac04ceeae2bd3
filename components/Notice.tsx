/** What stands where a list would be: nothing found, cannot be read, could not be loaded, switched off, still at work. */
import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  title: string;
  /** A problem looks different from a quiet state, by its rule as well as its colour. */
  problem?: boolean;
  children?: ComponentChildren;
  action?: { label: string; onAct: () => void };
}

export function Notice({ title, problem = false, children, action }: NoticeProps) {
  return (
    <div class={problem ? 'pf-notice pf-notice-problem' : 'pf-notice'}>
      <p class="pf-notice-title">{title}</p>
      {children}
      {action && (
        <p>
          <button type="button" class="pf-button" onClick={action.onAct}>
            {action.label}
          </button>
        </p>
      )}
    </div>
  );
}
