-- Keys whose time has not passed, with the moment of their adding, from a bound on: how many.
return call('ZRANGEBYLEX', passing, ARGV[FIRST], '+', 'LIMIT', 0, ARGV[FIRST + 1])
