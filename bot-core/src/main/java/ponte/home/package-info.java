/** What a person has here: their page, how they want to be treated, what is kept of them. */
@NullMarked
package ponte.home;

import org.jspecify.annotations.NullMarked;
