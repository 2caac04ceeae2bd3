/** A switch with its label; the whole line can be pressed. */
export interface SwitchProps {
  label: string;
  /** A second line that explains. */
  detail?: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, detail, on, disabled = false, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="pf-switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="pf-switch-words">
        {label}
        {detail && <span class="pf-fine pf-block">{detail}</span>}
      </span>
      <span class="pf-switch-state" aria-hidden="true">
        {on ? 'on' : 'off'}
      </span>
      <span class="pf-switch-track" aria-hidden="true">
        <span class="pf-switch-thumb" />
      </span>
    </button>
  );
}
