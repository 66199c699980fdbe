#!/usr/bin/env perl
# Calls qbsyncd again and again until a file is there, and counts: for the tests of restarts and upgrades.
# Every call must be answered; the first that is not is written out.
#
# usage: packaging/load.pl fresh|kept|control STOP-FILE [USER PASSWORD]
#
#   fresh    a new connection for each call, as the Web Connector makes one for each update
#   kept     one connection for as long as the server keeps it, and a new one when it says that it closes
#   control  the control socket, as qbsyncctl
#
# The calls are check-ins of USER, which go through the database. At the end: "CALLS calls, FAILED failed,
# slowest MILLISECONDS ms".
use strict;
use warnings;
use HTTP::Tiny;
use IO::Socket::UNIX;
use Time::HiRes qw(time sleep);

my ($kind, $stop, $user, $password) = @ARGV;
die "usage: packaging/load.pl fresh|kept|control STOP-FILE [USER PASSWORD]\n" unless defined $stop;

my $url = 'http://127.0.0.1:8180/qbwc';
my $envelope = '<?xml version="1.0" encoding="utf-8"?>'
    . '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
    . '<authenticate xmlns="http://developer.intuit.com/"><strUserName>%s</strUserName>'
    . '<strPassword>%s</strPassword></authenticate></soap:Body></soap:Envelope>';
my $body = sprintf $envelope, $user // '', $password // '';
my $client = HTTP::Tiny->new(keep_alive => $kind eq 'kept', timeout => 30);

# Nothing when the call was answered as it should be; else what came instead.
sub check_in {
    my $answer = $client->request('POST', $url,
        { headers => { 'Content-Type' => 'text/xml; charset=utf-8' }, content => $body });
    return if $answer->{status} == 200 && $answer->{content} =~ /<authenticateResult>/;
    return "$answer->{status} $answer->{content}";
}

sub ask_control {
    my $socket = IO::Socket::UNIX->new(Peer => '/run/qbsyncd/control.sock') or return "connect: $!";
    print {$socket} "GET /v1/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    local $/;
    my $answer = <$socket> // "no answer: $!";
    return if $answer =~ m{^HTTP/1\.1 200 .*"connectors"}s;
    return $answer eq '' ? 'closed without an answer' : $answer;
}

my ($calls, $failed, $slowest) = (0, 0, 0);
until (-e $stop) {
    my $begin = time;
    my $trouble = $kind eq 'control' ? ask_control() : check_in();
    my $took = (time - $begin) * 1000;
    $slowest = $took if $took > $slowest;
    $calls++;
    print "call $calls failed: $trouble\n" if defined $trouble && !$failed++;
    sleep 0.002;
}
printf "%d calls, %d failed, slowest %.0f ms\n", $calls, $failed, $slowest;
exit($failed || !$calls ? 1 : 0);
