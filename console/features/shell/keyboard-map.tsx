import { Dialog } from "../../components/dialog.js";
import { sv } from "../../texts/sv.js";

/** Every shortcut of the console. */
export const KeyboardMap = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => (
  <Dialog title={sv.keys.title} isOpen={isOpen} onClose={onClose}>
    {sv.keys.groups.map((group) => (
      <section key={group.name} className="stack">
        <h3>{group.name}</h3>
        <dl className="facts">
          {group.keys.map(([key, meaning]) => (
            <div key={key} className="key-line">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
  </Dialog>
);
