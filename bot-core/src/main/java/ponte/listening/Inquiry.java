package ponte.listening;

import java.util.Set;

/**
 * A question that somebody asked the room.
 *
 * @param spoken the message that asks it
 * @param asked the terms of the sentences that ask, in order
 * @param answerers numbers that stand for those others who spoke in its conversation and are still
 *     there
 */
record Inquiry(Spoken spoken, int[] asked, Set<Integer> answerers) {
  Inquiry {
    answerers = Set.copyOf(answerers);
  }
}
