/** What a person asked for: commands, their grammar in both languages, their help. */
@NullMarked
package ponte.command;

import org.jspecify.annotations.NullMarked;
