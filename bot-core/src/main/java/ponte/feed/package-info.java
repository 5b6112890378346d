/**
 * Digests of a channel for the whole company, at an address that is told to nobody but its readers.
 */
@NullMarked
package ponte.feed;

import org.jspecify.annotations.NullMarked;
