package ponte.listening;

import java.util.Set;

/**
 * A question that somebody asked the room.
 *
 * @param spoken the message that asks it, with the terms of the sentences that ask
 * @param told the terms of all of the message, in order
 * @param answerers numbers that stand for those others who spoke in its conversation and are still
 *     there
 */
record Inquiry(Spoken spoken, int[] told, Set<Integer> answerers) {
  Inquiry {
    answerers = Set.copyOf(answerers);
  }
}
