/** What to start a discussion about, in which channel, and what became of it. */
@NullMarked
package ponte.seeding;

import org.jspecify.annotations.NullMarked;
