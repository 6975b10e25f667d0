import { sv } from "../texts/sv.js";
import { Button } from "./button.js";

/** Prints the page as it stands; the print styles leave out what cannot be used on paper. */
export const PrintButton = () => (
  <Button
    onPress={() => {
      window.print();
    }}
  >
    {sv.print}
  </Button>
);
