-- The partitions of a bucket in which something has expired, and its topics.
return {redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2]),
  redis.call('ZRANGE', KEYS[2], 0, -1)}
