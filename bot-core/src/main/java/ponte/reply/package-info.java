/** What Ponte says, free of any platform: blocks, buttons and texts in both languages. */
@NullMarked
package ponte.reply;

import org.jspecify.annotations.NullMarked;
