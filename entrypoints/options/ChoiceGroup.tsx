/** A few choices of which one holds. */
export interface ChoiceGroupProps<V extends string> {
  /** Name of the group; the ids of its fields come from it. */
  name: string;
  legend: string;
  value: V;
  choices: readonly { value: V; label: string }[];
  onChoose: (value: V) => void;
}

export function ChoiceGroup<V extends string>({ name, legend, value, choices, onChoose }: ChoiceGroupProps<V>) {
  return (
    <fieldset class="options-choices">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
