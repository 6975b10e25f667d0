import { Dialog } from "../../components/dialog.js";
import { keyGroups, type KeyPage } from "../../texts/keys.js";
import { sv } from "../../texts/sv.js";
import { allPlaces, placeKeys, type Place } from "./home-of.js";

const placeOfPage: Readonly<Record<KeyPage, Place>> = {
  queue: "/arenden",
  case: "/arenden",
  decide: "/arenden",
  audit: "/granskning",
  rules: "/regler",
  workshop: "/regler",
  change: "/regler",
};

/** The place a shortcut needs, where it needs one. */
const placeOfKey = (press: string | undefined): Place | undefined =>
  press === "/" ? "/arenden" : allPlaces.find((place) => placeKeys[place] === press);

const mayUse = (press: string | undefined, places: readonly Place[]): boolean => {
  const place = placeOfKey(press);
  return place === undefined || places.includes(place);
};

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The places the person may go to: shortcuts of the others are not theirs. */
  readonly places: readonly Place[];
};

/** Every shortcut of the console that the person can use. */
export const KeyboardMap = ({ isOpen, onClose, places }: Props) => (
  <Dialog title={sv.keys.title} isOpen={isOpen} onClose={onClose} wide>
    <p className="muted small">{sv.keys.note}</p>
    <div className="key-groups">
      {keyGroups
        .filter(({ page }) => page === undefined || places.includes(placeOfPage[page]))
        .map(({ name, lines }) => (
          <section key={name} className="stack">
            <h3>{name}</h3>
            <dl className="key-lines">
              {lines
                .filter(({ press }) => mayUse(press, places))
                .map(({ keys, does }) => (
                  <div key={keys} className="key-line">
                    <dt>
                      {keys.split(" ").map((key, index) => (
                        <kbd key={`${key} ${String(index)}`}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
    </div>
  </Dialog>
);
