import type { OwnReading } from "./own-reading.js";
import { whereTheBoardChooses } from "./where-the-board-chooses.js";
import { whereWeChose } from "./where-we-chose.js";

/** Every place where we read what the sources leave open: our readings, not law. */
export const ownReadings: readonly OwnReading[] = [...whereWeChose, ...whereTheBoardChooses];
