/** Where people and channels of Teams are reached: what was heard of it, durably. */
@NullMarked
package ponte.teams.reference;

import org.jspecify.annotations.NullMarked;
