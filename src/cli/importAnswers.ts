import * as v from 'valibot';

/**
 * What a person says where the files do not. The name of a child or caregiver is one of the
 * household's, or a new one.
 */
const answersSchema = v.strictObject({
  /** The child, where the files name none. */
  child: v.optional(v.string()),
  /** The children by what the files call them; null: leave them out. */
  children: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
  /** The caregivers by what the files call them; null: nobody. */
  caregivers: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
  /** Whether the month or the day comes first in a table of one's own. */
  order: v.optional(v.picklist(['dmy', 'mdy', 'ymd'])),
});
export type Answers = v.InferOutput<typeof answersSchema>;

/** Parses the file of the answers; null if it is not one. */
export function parseAnswers(text: string): Answers | null {
  try {
    const parsed = v.safeParse(answersSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
