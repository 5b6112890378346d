-- Documents in order of time, from a moment on and before another one.
return living(times, '[' .. ARGV[3], '(' .. ARGV[4], tonumber(ARGV[5]), 27)
