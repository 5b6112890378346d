/**
 * The way of an event: from the platform through the inbox to the one feature that cares, and back.
 */
@NullMarked
package ponte.bot;

import org.jspecify.annotations.NullMarked;
