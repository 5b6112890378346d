/**
 * What can be seen of a running Ponte from outside: how it is, how fast and how much it works, and
 * the way of an event. Nothing of it names a person, a channel or a word that somebody wrote.
 */
@NullMarked
package ponte.app.observation;

import org.jspecify.annotations.NullMarked;
