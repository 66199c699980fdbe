import Glibc

/// What this process has used so far.
enum Usage {
    /// Seconds of the processor.
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that it ever had, in megabytes.
    static var peakMegabytes: Double { Double(Program.peakMemory()) / Double(1 << 20) }

    /// Ends the process with SIGVTALRM when it uses the processor for so many seconds from now on.
    static func endAfter(seconds: Int) {
        var timer = itimerval(
            it_interval: timeval(tv_sec: 0, tv_usec: 0), it_value: timeval(tv_sec: seconds, tv_usec: 0))
        setitimer(__itimer_which_t(ITIMER_VIRTUAL.rawValue), &timer, nil)
    }
}
