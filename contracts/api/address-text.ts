import { z } from "zod";

/** A text in an address. A router reads `?number=2511` as a number; it is the text "2511" all the same. */
export const addressTextSchema = z.union([z.string(), z.number()]).transform(String);
