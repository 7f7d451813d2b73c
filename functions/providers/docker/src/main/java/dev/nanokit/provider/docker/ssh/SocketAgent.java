package dev.nanokit.provider.docker.ssh;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Speaks with an SSH agent over its socket file. */
final class SocketAgent extends AbstractAgentProxy {
    private static final int ANSWER_AT_MOST = 256 * 1024;

    private final SocketChannel channel;
    private final DataInputStream input;
    private final OutputStream output;

    private SocketAgent(SocketChannel channel) {
        super(null);
        this.channel = channel;
        this.input = new DataInputStream(Channels.newInputStream(channel));
        this.output = Channels.newOutputStream(channel);
    }

    static SocketAgent connect(Path socket) throws IOException {
        return new SocketAgent(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    protected synchronized Buffer request(Buffer question) throws IOException {
        output.write(question.array(), question.rpos(), question.available());
        output.flush();
        int length = input.readInt();
        if (length < 1 || length > ANSWER_AT_MOST) {
            throw new IOException("the SSH agent's answer is garbled");
        }
        return new ByteArrayBuffer(input.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        super.close();
    }
}
